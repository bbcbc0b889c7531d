"""What holds when everything breaks: real processes, real faults, and a checker that can say no."""

"""How fast the parts of Alongside are, beside what else can be installed; for people, never for assertions."""

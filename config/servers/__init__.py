"""The servers that can run the application: daphne, which needs nothing else, and uvicorn, which is faster."""

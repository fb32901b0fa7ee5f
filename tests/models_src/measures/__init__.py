"""What every named measure of the graphs should be, by NumPy and OpenCV: the definitions, written a second time."""

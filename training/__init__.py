"""Trains the language pipeline that the package ships; docs/training.md tells how. No part of the program."""

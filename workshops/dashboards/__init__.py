"""Voilà for the big screen and the trainer's desk: on this machine only, behind a token."""

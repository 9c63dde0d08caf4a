"""The trainer's papers: the script of a day (drejebog), and what is printed for it beforehand."""

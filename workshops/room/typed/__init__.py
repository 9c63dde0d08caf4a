"""Paper typed in: a group's sheet, field by field in the order of the paper, as any other sheet."""

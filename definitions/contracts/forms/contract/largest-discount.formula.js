// Approval looks at the best price given on any line, not at the average.
coalesce(max(lines, 'discount'), 0)

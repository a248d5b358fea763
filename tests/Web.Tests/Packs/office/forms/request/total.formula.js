sum(lines, function (line) { return line.quantity * line.price; })

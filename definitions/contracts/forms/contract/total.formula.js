// Lines are rounded before they are added, so that the printed lines add up to the printed total.
sum(lines, 'amount')

// What the line costs: quantity at list price, less the discount, to the cent (half a cent counts as one).
round(coalesce(quantity, 0) * coalesce(listPrice, 0) * (1 - coalesce(discount, 0)), 2, 'half-up')

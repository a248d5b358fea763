// The discount that a branch may give by itself. Framework contracts are priced for volume and get more.
var limit = type === 'framework' ? 0.15 : 0.1;

return largestDiscount > limit;

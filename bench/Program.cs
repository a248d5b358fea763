using Bench;

return await Scenarios.RunAsync(args);

using Backoffice.Web.Commands;

return await CommandLine.RunAsync(args);

using Backoffice.Web.Hosting;

return await CommandLine.RunAsync(args);

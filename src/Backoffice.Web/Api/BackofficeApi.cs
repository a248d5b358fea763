using Backoffice.Data.Definitions;
using Backoffice.Web.Api.Design;
using Backoffice.Web.Api.Files;
using Backoffice.Web.Api.Print;
using Backoffice.Web.Api.Records;
using Backoffice.Web.Api.SignIn;
using Backoffice.Web.Api.WorkItems;
using Microsoft.AspNetCore.Mvc;

namespace Backoffice.Web.Api;

/// <summary>Everything that is answered without a page.</summary>
internal static class BackofficeApi
{
    /// <summary>Of a JSON body, in bytes; a file has the limit of its field.</summary>
    private const long LargestBody = 2_000_000;

    internal static IServiceCollection AddBackofficeApi(this IServiceCollection services)
    {
        services.AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>().Configure<PublishedDefinitions>((options, published) => ApiJson.Configure(options.SerializerOptions, published));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd("code", ProblemAnswers.CodeOf(context.ProblemDetails.Status ?? 500)));
        services.AddExceptionHandler<ProblemHandler>();
        services.AddScoped<RecordPrinting>();
        return services;
    }

    internal static void MapBackofficeApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(LargestBody)).DisableAntiforgery();
        api.MapSignInApi();
        api.MapRecordsApi();
        api.MapWorkItemsApi();
        api.MapFilesApi();
        api.MapFallback(static (HttpContext context) => ProblemAnswers.Of(404, "not-found", $"There is nothing at {context.Request.Path}."));
        routes.MapFileDownloads();
        routes.MapPrints();
        routes.MapWorkflowFiles();
        routes.MapHealth();
    }
}

using Backoffice.Web.Components.Layout;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;

namespace Backoffice.Web.Components;

/// <summary>Registers what pages need beside the data layer.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddLanguages()
        .AddSingleton<Gesture>()
        .AddScoped<CurrentPerson>()
        .AddScoped<InboxFeed>()
        .AddScoped<Navigation>()
        .AddScoped<Company>()
        .AddScoped<PaletteSearch>()
        .AddScoped<Workflow.Deciding>()
        .AddScoped<Workflow.WorkItemViews>()
        .AddSingleton<Workflow.Dues>()
        .AddScoped<Pages.Admin.Administering>()
        .AddScoped<Toasts>()
        .AddScoped<Fields.FormKeys>();
}

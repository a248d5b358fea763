using Backoffice.Data.Records;
using Backoffice.Web.Hosting.Accounts;

namespace Backoffice.Web.Api;

/// <summary>Who calls, as a parameter of an endpoint.</summary>
internal sealed record ApiActor(Actor Actor)
{
    public static ValueTask<ApiActor> BindAsync(HttpContext context) => ValueTask.FromResult(new ApiActor(context.User.Actor(ChangeSource.Api)));

    public static implicit operator Actor(ApiActor caller) => caller.Actor;
}

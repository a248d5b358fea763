using Backoffice.Web.Pages.Inbox;
using Xunit;

namespace Web.Tests.Pages;

public sealed class InboxFilterTests
{
    [Fact]
    public void The_address_says_only_what_differs_from_the_plain_inbox()
    {
        var item = Guid.Parse("11111111-2222-3333-4444-555555555555");
        Assert.Equal("/inbox", new InboxFilter(null, null).Href(null));
        Assert.Equal("/inbox", new InboxFilter("", "due").Href(null));
        Assert.Equal("/inbox?show=late", new InboxFilter(null, null) { Show = InboxFilter.Late }.Href(null));
        Assert.Equal($"/inbox?form=contract&sort=amount&item={item}", new InboxFilter("contract", "amount").Href(item));
    }
}

using Foster.Web.Foundation.Web;
using Xunit;

namespace Foster.Tests.Journeys;

public class StatusPageTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Every_page_says_what_became_of_what_was_sent(int code)
    {
        var words = string.Join(" ", StatusPages.For(code).Paragraphs);

        Assert.Equal(code, StatusPages.For(code).Code);
        Assert.Matches("(saved|changed|lost)", words);
        Assert.DoesNotMatch("(?i)please|oops|invalid", words);
    }

    [Theory]
    [InlineData(418, "We could not use what was sent")]
    [InlineData(502, "Sorry, there is a problem with the service")]
    public void Other_statuses_get_the_words_of_their_kind(int code, string heading)
    {
        var page = StatusPages.For(code, "AB12");

        Assert.Equal((code, heading, "AB12"), (page.Code, page.Heading, page.Reference));
    }
}

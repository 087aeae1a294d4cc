using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Xunit;

namespace Foster.Tests.Journeys;

public class JourneyCookieTests
{
    [Fact]
    public void Outside_development_it_belongs_to_this_host_and_travels_encrypted_only()
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection()
                .AddSingleton<IWebHostEnvironment>(new Environment())
                .BuildServiceProvider(),
        };

        JourneyCookie.Write(context, "enquiry", Guid.NewGuid());

        var written = context.Response.Headers.SetCookie.ToString();
        Assert.Matches(
            "^__Host-foster-enquiry=[0-9a-f]{32}; path=/; secure; samesite=lax; httponly$",
            written
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("'; DROP TABLE JourneyDrafts; --")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public void Anything_but_32_hexadecimal_digits_is_no_draft(string value)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection()
                .AddSingleton<IWebHostEnvironment>(new Environment())
                .BuildServiceProvider(),
        };
        context.Request.Headers.Cookie = "__Host-foster-enquiry=" + value;

        Assert.Null(JourneyCookie.Read(context, "enquiry"));
    }

    private sealed class Environment : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public string WebRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}

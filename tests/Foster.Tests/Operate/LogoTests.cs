using System.Buffers.Binary;
using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Files;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>The council's picture: its kind is found by its content, and nothing else gets in.</summary>
public abstract class LogoTests(FosterHost host)
{
    private readonly CouncilStage stage = new(host);

    [Fact]
    public async Task It_stands_in_the_header_and_may_be_kept_for_ever()
    {
        using var admin = await stage.AdminAsync();

        var done = await SendAsync(admin, Png(40, 20));

        Assert.Equal("/admin/council", done.Path);
        var shown = done.Find("header img.app-header__logo");
        Assert.Equal("Harbourside Council", shown.GetAttribute("alt"));
        var first = shown.GetAttribute("src")!;
        using var stranger = host.Visitor();
        var picture = await stranger.GetAsync(first);
        Assert.Equal("image/png", picture.Headers["Content-Type"]);
        Assert.Equal("nosniff", picture.Headers["X-Content-Type-Options"]);
        Assert.Contains("immutable", picture.Headers["Cache-Control"]);
        Assert.Empty(stranger.Cookies.Names);
        Assert.Null((await stranger.GetAsync("/")).Document.QuerySelector(".app-header__logo"));
        using var other = await stage.AdminAsync("manager@other.foster.example");
        Assert.Null((await other.GetAsync("/staff")).Document.QuerySelector(".app-header__logo"));

        var second = (await SendAsync(admin, Jpeg(30, 30)))
            .Find("header img.app-header__logo")
            .GetAttribute("src")!;
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(first)).Status);
        Assert.Equal("image/jpeg", (await stranger.GetAsync(second)).Headers["Content-Type"]);

        var gone = await (await admin.GetAsync("/admin/council/logo"))
            .Form("main form[action*=TakeDown]")
            .SubmitAsync();
        Assert.Null(gone.Document.QuerySelector(".app-header__logo"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(second)).Status);
        Assert.Equal(3, (await stage.HistoryAsync("council.logo")).Count);
    }

    public static TheoryData<string, byte[], string> Hostile =>
        new()
        {
            { "logo.svg", Svg, "PNG or a JPEG" },
            { "logo.png", Svg, "PNG or a JPEG" },
            { "logo.png", "GIF89a"u8.ToArray(), "PNG or a JPEG" },
            { "logo.png", "<html><script>alert(1)</script>"u8.ToArray(), "PNG or a JPEG" },
            { "logo.png", [.. Png(9, 9), .. "<script>alert(1)</script>"u8], "PNG or a JPEG" },
            { "logo.png", Png(9, 9)[..30], "PNG or a JPEG" },
            { "logo.jpg", [.. Jpeg(9, 9), .. Svg], "PNG or a JPEG" },
            { "logo.jpg", [0xFF, 0xD8, 0xFF, 0xD9], "PNG or a JPEG" },
            { "logo.png", Png(1001, 10), "1,000 pixels" },
            { "logo.jpg", Jpeg(10, 1001), "1,000 pixels" },
            { "logo.png", Png(0, 10), "PNG or a JPEG" },
            { "logo.png", Png(10, 10, PutUpLogo.MaxBytes), "200 KB" },
            { "logo.png", [], "Select a picture" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Everything_else_is_refused_beside_the_field(
        string name,
        byte[] content,
        string said
    )
    {
        using var admin = await stage.AdminAsync();

        var page = await SendAsync(admin, content, name);

        var error = Assert.Single(page.ErrorSummary);
        Assert.Contains(said, error.Text);
        Assert.Equal("logo", error.Field);
        Assert.Empty(page.Faults());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    public void A_picture_says_its_own_size(int width, int height)
    {
        Assert.Equal(new Picture("image/png", width, height), Picture.Of(Png(width, height)));
        Assert.Equal(new Picture("image/jpeg", width, height), Picture.Of(Jpeg(width, height)));
    }

    [Fact]
    public void Cut_off_or_changed_anywhere_it_makes_no_error()
    {
        foreach (var whole in new[] { Png(20, 30), Jpeg(20, 30) })
            for (var i = 0; i < whole.Length; i++)
            {
                Assert.Null(Picture.Of(whole.AsSpan(0, i)));
                foreach (byte odd in new byte[] { 0, 0x7F, 0xFF })
                {
                    var changed = whole.ToArray();
                    changed[i] = odd;
                    _ = Picture.Of(changed);
                }
            }
    }

    private static byte[] Svg =>
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray();

    private static async Task<HtmlPage> SendAsync(
        HtmlVisitor admin,
        byte[] content,
        string name = "logo.bin"
    ) =>
        await (await admin.GetAsync("/admin/council/logo"))
            .Form("main form[enctype]")
            .Attach("Picture", name, content, "image/svg+xml")
            .SubmitAsync();

    internal static byte[] Png(int width, int height, int filling = 10)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            .. Part("IHDR", header),
            .. Part("IDAT", new byte[filling]),
            .. Part("IEND", []),
        ];

        static byte[] Part(string kind, byte[] inside)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, inside.Length);
            return [.. length, .. Encoding.ASCII.GetBytes(kind), .. inside, 0, 0, 0, 0];
        }
    }

    private static byte[] Jpeg(int width, int height) =>
        [
            0xFF,
            0xD8,
            0xFF,
            0xE0,
            0,
            4,
            1,
            1,
            0xFF,
            0xC0,
            0,
            11,
            8,
            (byte)(height >> 8),
            (byte)height,
            (byte)(width >> 8),
            (byte)width,
            1,
            1,
            0x11,
            0,
            0xFF,
            0xDA,
            0,
            2,
            1,
            2,
            3,
            0xFF,
            0xD9,
        ];

    public sealed class OnSqlite(SqliteDemoHost host)
        : LogoTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : LogoTests(host),
            IClassFixture<PostgresDemoHost>;
}

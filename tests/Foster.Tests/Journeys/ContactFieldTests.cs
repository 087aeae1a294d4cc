using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

public class ContactFieldTests
{
    private static readonly EmailField Email = new("email") { Label = "Email address" };
    private static readonly PhoneField Phone = new("phone");
    private static readonly PostcodeField Postcode = new("postcode");

    [Theory]
    [InlineData("Ama.Mensah@Example.COM", "Ama.Mensah@example.com")]
    [InlineData("  a@b.co  ", "a@b.co")]
    [InlineData("o'brien+foster@mail.example.org.uk", "o'brien+foster@mail.example.org.uk")]
    [InlineData("a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
    public void One_address_is_taken(string typed, string kept) =>
        Assert.Equal(kept, Typed.Into(Email, typed).Must(Email));

    [Theory]
    [InlineData("a@b.c\r\nBcc: x@y.z")]
    [InlineData("a@b.com\r\nBcc: x@y.com")]
    [InlineData("a@b.com\nx")]
    [InlineData("a@b.com\0")]
    [InlineData("Name <a@b.com>")]
    [InlineData("<a@b.com>")]
    [InlineData("a@b.com, c@d.com")]
    [InlineData("a@b.com;c@d.com")]
    [InlineData("a@b.com c@d.com")]
    [InlineData("\"a b\"@c.com")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@localhost")]
    [InlineData("a@@b.com")]
    [InlineData("a.@b.com")]
    [InlineData(".a@b.com")]
    [InlineData("a..a@b.com")]
    [InlineData("a@-b.com")]
    [InlineData("a@b..com")]
    [InlineData("a@b.c")]
    [InlineData("a@b.com(comment)")]
    [InlineData("@b.com")]
    [InlineData("a")]
    public void Anything_else_is_refused(string typed) =>
        Assert.Equal(
            "Enter an email address in the correct format, like name@example.com",
            Typed.ErrorOf(Email, typed)
        );

    [Fact]
    public void Very_long_addresses_are_refused_quickly()
    {
        Assert.NotNull(Typed.ErrorOf(Email, new string('a', 65) + "@example.com"));
        Assert.NotNull(
            Typed.ErrorOf(Email, new string('a', 100_000) + "@" + new string('b', 100_000))
        );
    }

    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("07700900123", "+447700900123")]
    [InlineData("7700 900 123", "+447700900123")]
    [InlineData("+44 7700 900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("+44 07700 900123", "+447700900123")]
    [InlineData("0044 7700 900123", "+447700900123")]
    [InlineData("44 7700 900123", "+447700900123")]
    [InlineData("(0151) 496-0123", "+441514960123")]
    [InlineData("0151.496.0123", "+441514960123")]
    [InlineData("020 7946 0123", "+442079460123")]
    [InlineData("016977 3999", "+44169773999")]
    [InlineData("0800 1111 222", "+448001111222")]
    [InlineData("+33 1 23 45 67 89", "+33123456789")]
    [InlineData("00 1 202-555-0123", "+12025550123")]
    [InlineData("٠٧٧٠٠ ٩٠٠١٢٣", "+447700900123")]
    [InlineData("\u202a+44 7700 900123\u202c", "+447700900123")]
    public void Phone_numbers_of_any_common_form_are_kept_in_one(string typed, string kept) =>
        Assert.Equal(kept, Typed.Into(Phone, typed).Must(Phone));

    [Theory]
    [InlineData("999")]
    [InlineData("12345")]
    [InlineData("07700 90012")]
    [InlineData("not a phone")]
    [InlineData("07700 900123 ext 4")]
    [InlineData("077009001234567")]
    [InlineData("+0 123456789")]
    [InlineData("++447700900123")]
    [InlineData("07700\r\n900123; rm")]
    [InlineData("04700 900123")]
    public void What_is_no_phone_number_is_refused(string typed) =>
        Assert.StartsWith("Enter a phone number, like", Typed.ErrorOf(Phone, typed));

    [Theory]
    [InlineData("+447700900123", "07700 900123")]
    [InlineData("+441514960123", "0151 496 0123")]
    [InlineData("+442079460123", "020 7946 0123")]
    [InlineData("+448001111222", "0800 111 1222")]
    [InlineData("+441925555123", "01925 555123")]
    [InlineData("+44169773999", "01697 73999")]
    [InlineData("+33123456789", "+33123456789")]
    public void Phone_numbers_are_shown_as_people_write_them(string kept, string shown)
    {
        Assert.Equal(shown, Phone.Display(kept));
        Assert.Equal(kept, new Form(Phone).Fill(Phone, kept).Must(Phone));
    }

    [Theory]
    [InlineData("CH41 6AA", "CH41 6AA")]
    [InlineData("ch416aa", "CH41 6AA")]
    [InlineData("  c h 4 1 6 a a ", "CH41 6AA")]
    [InlineData("L1-8JQ", "L1 8JQ")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("ec1a1bb", "EC1A 1BB")]
    [InlineData("W1A 0AX", "W1A 0AX")]
    [InlineData("CR2 6XH", "CR2 6XH")]
    [InlineData("GIR 0AA", "GIR 0AA")]
    public void Postcodes_are_kept_in_one_form(string typed, string kept) =>
        Assert.Equal(kept, Typed.Into(Postcode, typed).Must(Postcode));

    [Theory]
    [InlineData("CH41")]
    [InlineData("CH41 6A")]
    [InlineData("CH41 AAA")]
    [InlineData("QX1 1AA")]
    [InlineData("CH411 6AA")]
    [InlineData("90210")]
    [InlineData("CH41 6AA, Birkenhead")]
    [InlineData("СН41 6АА")]
    [InlineData("CH41 6AA\0")]
    public void What_is_no_full_postcode_is_refused(string typed) =>
        Assert.Equal("Enter a full UK postcode, like CH41 6AA", Typed.ErrorOf(Postcode, typed));

    [Fact]
    public void Nothing_typed_asks_for_it()
    {
        Assert.Equal("Enter an email address", Typed.ErrorOf(Email, ""));
        Assert.Equal("Enter a phone number", Typed.ErrorOf(Phone, " "));
        Assert.Equal("Enter a postcode", Typed.ErrorOf(Postcode, ""));
    }
}

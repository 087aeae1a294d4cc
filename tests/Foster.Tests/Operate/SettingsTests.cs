using Foster.TestKit;
using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>appsettings.example.json says everything that can be set, and nothing else.</summary>
public sealed class SettingsTests
{
    /// <summary>Settings of the framework, which reads them itself.</summary>
    private static readonly string[] OfTheFramework =
    [
        "AllowedHosts",
        "Kestrel:Endpoints:Http:Url",
        "Logging:LogLevel:Default",
        "Logging:LogLevel:Microsoft",
        "Logging:LogLevel:Microsoft.Hosting.Lifetime",
        "ConnectionStrings:Foster",
    ];

    private static readonly (string Section, Type Options)[] Sections =
    [
        (DatabaseOptions.Section, typeof(DatabaseOptions)),
        ("Demo", typeof(DemoOptions)),
        ("Site", typeof(SiteOptions)),
        ("Site", typeof(SiteAddress)),
        ("Mail", typeof(MailOptions)),
        (TextOptions.Section, typeof(TextOptions)),
        (KeyOptions.Section, typeof(KeyOptions)),
        (SessionLimitOptions.Section, typeof(SessionLimitOptions)),
        (SingleSignOnOptions.Section, typeof(SingleSignOnOptions)),
        (VaultOptions.Section, typeof(VaultOptions)),
        (HistoryOptions.Section, typeof(HistoryOptions)),
        (AlertOptions.Section, typeof(AlertOptions)),
        (SpamOptions.Section, typeof(SpamOptions)),
        (SavedFormOptions.Section, typeof(SavedFormOptions)),
        (JobOptions.Section, typeof(JobOptions)),
        (PeopleOptions.Section, typeof(PeopleOptions)),
        (UploadOptions.Section, typeof(UploadOptions)),
    ];

    private static readonly IConfigurationRoot Example = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json"))
        .Build();

    [Fact]
    public void Every_property_of_every_options_class_stands_in_the_example()
    {
        var missing = Properties().Except(Keys());

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_setting_of_the_example_is_read_by_the_program()
    {
        var unread = Keys()
            .Except(Properties())
            .Except(OfTheFramework)
            .Where(k => !k.StartsWith(DeadlineNumbers.Section + ":", StringComparison.Ordinal));

        Assert.Empty(unread);
    }

    [Fact]
    public void Every_options_class_of_the_program_is_known_here()
    {
        var classes = typeof(DatabaseOptions)
            .Assembly.GetTypes()
            .Where(t =>
                t.Namespace?.StartsWith("Foster.Web", StringComparison.Ordinal) == true
                && t.Name.EndsWith("Options", StringComparison.Ordinal)
                && t.IsClass
                && !t.IsNested
            );

        Assert.Empty(classes.Except(Sections.Select(s => s.Options)));
    }

    [Fact]
    public void The_deadlines_of_the_example_are_the_usual_numbers()
    {
        var numbers =
            Example.GetSection(DeadlineNumbers.Section).Get<Dictionary<string, int>>() ?? [];

        Assert.NotEmpty(numbers);
        Assert.All(numbers, n => Assert.Equal(DeadlineRules.Line(n.Key)?.Number, n.Value));
        Assert.NotNull(new DeadlineNumbers(numbers));
    }

    [Fact]
    public void The_example_says_what_the_program_does_without_it()
    {
        Assert.Equivalent(new MailOptions(), Example.GetSection("Mail").Get<MailOptions>());
        Assert.Equivalent(
            new DatabaseOptions(),
            Example.GetSection("Database").Get<DatabaseOptions>()
        );
        Assert.Equivalent(new SiteAddress(), Example.GetSection("Site").Get<SiteAddress>());
        Assert.Equivalent(
            new KeyOptions(),
            Example.GetSection(KeyOptions.Section).Get<KeyOptions>()
        );
        Assert.Equivalent(
            new SessionLimitOptions(),
            Example.GetSection(SessionLimitOptions.Section).Get<SessionLimitOptions>()
        );
        Assert.Equivalent(
            new HistoryOptions(),
            Example.GetSection(HistoryOptions.Section).Get<HistoryOptions>()
        );
        Assert.Equivalent(
            new AlertOptions(),
            Example.GetSection(AlertOptions.Section).Get<AlertOptions>()
        );
        Assert.Equivalent(
            new UploadOptions(),
            Example.GetSection(UploadOptions.Section).Get<UploadOptions>()
        );
        Assert.False(Example.GetValue<bool>("Demo:Enabled"));
    }

    private static HashSet<string> Properties() =>
        [
            .. from section in Sections
            from property in section.Options.GetProperties()
            where property.SetMethod is { IsPublic: true }
            select $"{section.Section}:{property.Name}",
        ];

    private static HashSet<string> Keys() =>
        [
            .. Example
                .AsEnumerable()
                .Where(k => k.Value is not null)
                // Keys have names of their own.
                .Select(k =>
                    k.Key.StartsWith("Vault:Keys:", StringComparison.Ordinal) ? "Vault:Keys" : k.Key
                ),
        ];
}

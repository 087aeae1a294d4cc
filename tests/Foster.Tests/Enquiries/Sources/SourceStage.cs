using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Rules;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>A recruitment desk with campaigns.</summary>
internal static class SourceStage
{
    public static readonly DateOnly March = new(2026, 3, 1);
    public static readonly DateOnly April = new(2026, 4, 1);

    /// <summary>A key that no other test has.</summary>
    public static string Key() => $"bus-{Guid.NewGuid():N}"[..20];

    public static CampaignPlan Plan(long media = 10_000, long staff = 1) =>
        new("Posters on buses", March, April.AddDays(29), media, staff);

    public static Task<Result<Guid>> CampaignAsync(
        this DeskStage desk,
        string key,
        EnquirySource source = EnquirySource.Radio,
        CampaignPlan? plan = null,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<SaveCampaign>()
                    .RunAsync(new(null, new(key, source), plan ?? Plan()), actor, default)
        );

    public static async Task<Guid> EnteredAsync(
        this DeskStage desk,
        string key,
        EnquirySource source = EnquirySource.Radio
    )
    {
        var saved = await desk.CampaignAsync(key, source);
        Assert.True(saved.Ok, saved.Reasons);
        return saved.Value;
    }

    /// <summary>An enquiry of somebody new.</summary>
    public static async Task<Enquiry> FromAsync(
        this DeskStage desk,
        FosterHost host,
        string name,
        string? first = null,
        string? last = null,
        string? heard = null,
        bool connected = false
    )
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var who = new NewPerson(
            name,
            $"Demo-{name}",
            new DateOnly(1984, 2, 29),
            $"{name}@foster.example",
            null
        );
        var sent = await desk.EnquireAsync(
            desk.Input(who) with
            {
                HowHeard = heard,
                Connected = connected,
                Came = first is null ? null : new CameBy(first, now, last ?? first, now),
            }
        );
        return await desk.EnquiryAsync(sent.CaseId);
    }

    public static Task<SourceReport> ReportAsync(
        this DeskStage desk,
        Touch touch = Touch.First,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, _) =>
                s.GetRequiredService<SourceReportReads>().OfAsync(new(March, April, touch), default)
        );
}

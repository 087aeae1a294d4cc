using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Those who did not go on, by the day on which they are asked again.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class NurtureListModel(
    NurtureReads reads,
    StaffListReads staff,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    private static readonly ChoiceField<NurtureWhy> Why = new("why", NurtureWords.Whys)
    {
        Label = "Why they are here",
        AsSelect = true,
        Optional = true,
    };

    private static readonly ChoiceField<AskWithin> Due = new(
        "due",
        new Option<AskWithin>(AskWithin.Now, "Now"),
        new Option<AskWithin>(AskWithin.Month, "In the next 30 days"),
        new Option<AskWithin>(AskWithin.Later, "Later")
    )
    {
        Label = "Ask again",
        AsSelect = true,
        Optional = true,
    };

    private static readonly ChoiceField<EnquirySource> Source = new(
        "source",
        [
            .. Enum.GetValues<EnquirySource>()
                .Select(s => new Option<EnquirySource>(s, SourceWords.Of(s))),
        ]
    )
    {
        Label = "Source",
        AsSelect = true,
        Optional = true,
    };

    public Form Filter { get; private set; } = new();

    public NurtureFilter Chosen { get; private set; } = new(null, AskWithin.Any, null, null);

    public NurturePage Found { get; private set; } = new([], null);

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var officer = await OfficersAsync(ct);
        Filter = new(Why, Due, officer, Source) { Narrows = true };
        foreach (var field in Filter.Fields)
            Filter.Answers.Set(field.Name, Request.Query[field.Name].FirstOrDefault() ?? "");
        Chosen = new(
            Filter.Get(Why, null),
            Filter.Get(Due, null) ?? AskWithin.Any,
            Filter.Get(officer, null),
            Filter.Get(Source, null)
        );
        var place = QueuePlace.Read(after);
        Found = await reads.PageAsync(Chosen, place, actors.Required, ct);
        FirstHref = place is null ? null : Href(null);
        NextHref = Found.Next is { } next ? Href(next) : null;
    }

    /// <summary>An open enquiry has its own contact log; one that ended is logged as asked again.</summary>
    public string LogHref(NurtureLine line) =>
        line.State is { } state && EnquiryMachine.Open.Contains(state) && MayLog
            ? $"/staff/enquiries/{line.CaseId}/contact"
            : NurtureLinks.Log(line.CaseId!.Value);

    public bool MayReopen(NurtureLine line) =>
        line.State is { } state
        && EnquiryMachine.Table.Against(state, EnquiryVerb.Reopen, actors.Required.Role).Count == 0;

    private bool MayLog => actors.Required.Is(Role.RecruitmentOfficer);

    private async Task<ChoiceField<Guid>> OfficersAsync(CancellationToken ct) =>
        new(
            "officer",
            [
                .. (
                    await staff.InRoleAsync(actors.Required.CouncilId, Role.RecruitmentOfficer, ct)
                ).Select(s => new Option<Guid>(s.AccountId, s.Name)),
            ]
        )
        {
            Label = "Who has it",
            AsSelect = true,
            Optional = true,
        };

    private string Href(QueuePlace? after)
    {
        var query = Request
            .Query.Where(q => Filter.Fields.Any(f => f.Name == q.Key))
            .ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        if (after is not null)
            query["after"] = after.ToString();
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            NurtureLinks.List,
            query
        );
    }
}

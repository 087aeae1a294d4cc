using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The enquiries by what is due first, narrowed by the query string.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.Assessor)]
public sealed class QueueModel(
    EnquiryQueueReads queue,
    DuplicateReads duplicates,
    Viewing viewing,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    private const int LongestText = 254;

    private static readonly TextField Text = new("q")
    {
        Label = "Whom do you look for?",
        Hint =
            "A name, telephone number, email address, postcode or reference, such as Aspen Denis or HAR-XH75",
        Optional = true,
        Spellcheck = false,
        Width = "govuk-input--width-20",
    };

    private static readonly ChoiceField<string> State = new(
        "state",
        [
            new Option<string>("", "Everything open"),
            .. Enum.GetValues<EnquiryState>()
                .Select(s => new Option<string>(s.ToString(), EnquiryMachine.Title(s))),
        ]
    )
    {
        Label = "Stage",
        AsSelect = true,
        Optional = true,
    };

    private static readonly ChoiceField<string> Way = new(
        "channel",
        [
            new Option<string>("", "Every way"),
            .. Enum.GetValues<Channel>().Select(c => new Option<string>(c.ToString(), WordsOf(c))),
        ]
    )
    {
        Label = "How it came",
        AsSelect = true,
        Optional = true,
    };

    private static readonly ChoiceField<string> Due = new(
        "due",
        new Option<string>("", "Any date"),
        new Option<string>(nameof(DueWithin.Overdue), "Overdue"),
        new Option<string>(nameof(DueWithin.Today), "Today"),
        new Option<string>(nameof(DueWithin.Week), "In the next 7 days")
    )
    {
        Label = "Due",
        AsSelect = true,
        Optional = true,
    };

    private static readonly TickField Mine = new("mine")
    {
        Label = "Only those I hold or am named for",
    };

    private static readonly TickField Unheld = new("unheld") { Label = "Only those nobody has" };

    public Form Filter { get; } = new(Text, State, Way, Due, Mine, Unheld);

    public EnquiryFilter Chosen { get; private set; } = new(null, null, DueWithin.Any, false, null);

    public QueuePage Lines { get; private set; } = new([], null);

    /// <summary>Lines that may be of the same person as another enquiry.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Lookalike>> Alike { get; private set; } =
        new Dictionary<Guid, IReadOnlyList<Lookalike>>();

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayAdd => actors.Required.Is(Role.RecruitmentOfficer, Role.TeamManager);

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        foreach (var field in Filter.Fields)
            Filter.Answers.Set(
                field.Name,
                [.. Request.Query[field.Name].Take(2).Select(v => v ?? "")]
            );
        var text = Filter.Get(Text);
        Chosen = new EnquiryFilter(
            Read<EnquiryState>(Filter.Get(State)),
            Read<Channel>(Filter.Get(Way)),
            Read<DueWithin>(Filter.Get(Due)) ?? DueWithin.Any,
            Filter.Get(Mine) is true,
            text is { Length: > LongestText } ? text[..LongestText] : text
        )
        {
            Unheld = Filter.Get(Unheld) is true,
        };
        var place = QueuePlace.Read(after);
        Lines = await queue.PageAsync(Chosen, place, actors.Required, ct);
        if (Chosen.Text is not null)
            viewing.Searched(Lines.Lines.Count);
        if (actors.Required.Is(DuplicateReads.Deciders))
            Alike = await duplicates.OfAsync([.. Lines.Lines.Select(l => l.CaseId)], ct);
        FirstHref = place is null ? null : Href(null);
        NextHref = Lines.Next is { } next ? Href(next) : null;
    }

    /// <summary>Overdue, due today, or nothing to remark.</summary>
    public string? Alarm(QueueLine line) =>
        line.DueOn is not { } due ? null
        : due < Today ? "Overdue"
        : due == Today ? "Due today"
        : null;

    private string Href(QueuePlace? after)
    {
        var query = Request
            .Query.Where(q => Filter.Fields.Any(f => f.Name == q.Key))
            .ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        if (after is not null)
            query["after"] = after.ToString();
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            "/staff/enquiries",
            query
        );
    }

    private static T? Read<T>(string? key)
        where T : struct, Enum => Enum.TryParse<T>(key, out var value) ? value : null;

    private static string WordsOf(Channel channel)
    {
        var words = ChannelWords.Of(channel);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

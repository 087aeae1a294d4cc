using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Where a day starts: what is overdue, due today, due this week and later.</summary>
public sealed class WorkModel(
    WorkReads work,
    IEnumerable<IWorkNotice> notices,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    /// <summary>So many of each part stand on the first page.</summary>
    private const int Few = 8;

    public sealed record Group(
        WorkPart Part,
        IReadOnlyList<WorkItem> Items,
        string? More,
        string? Next
    );

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>The one part that is shown whole; null on the first page.</summary>
    public WorkPart? Only { get; private set; }

    /// <summary>What belongs to no case and still waits.</summary>
    public IReadOnlyList<WorkNotice> Notices { get; private set; } = [];

    public bool FurtherOn { get; private set; }

    public Actor Actor => actors.Required;

    public DateOnly Today => clock.Today;

    public bool Nothing => Groups.All(g => g.Items.Count == 0);

    /// <summary>Who holds no cases has none that wait for others.</summary>
    private IEnumerable<WorkPart> Parts =>
        Enum.GetValues<WorkPart>()
            .Where(p => p != WorkPart.Waiting || WorkReads.HasWaiting(Actor.Role));

    public bool HasCases => Actor.Role is not Role.Analyst;

    public async Task OnGetAsync(string? due, string? after, CancellationToken ct)
    {
        Only = Parts
            .Cast<WorkPart?>()
            .FirstOrDefault(p => p.ToString()!.Equals(due, StringComparison.OrdinalIgnoreCase));
        FurtherOn = Only is not null && ListCursor.Read(after) is not null;
        var groups = new List<Group>();
        foreach (var part in Only is { } one ? [one] : Parts)
        {
            var page = await work.PageAsync(
                part,
                Actor,
                Only is null ? null : after,
                Only is null ? Few : WorkReads.PageSize,
                ct
            );
            groups.Add(
                new Group(
                    part,
                    page.Items,
                    Only is null && page.Next is not null ? Address(part) : null,
                    Only is not null && page.Next is { } next ? Address(part, next) : null
                )
            );
        }
        Groups = groups;
        var waiting = new List<WorkNotice>();
        foreach (var notice in Only is null ? notices : [])
            if (await notice.OfAsync(Actor, Today, ct) is { } one)
                waiting.Add(one);
        Notices = waiting;
    }

    public static string Address(WorkPart part, string? after = null) =>
        CaseLinks.With(
            CaseLinks.Work,
            ("due", part.ToString().ToLowerInvariant()),
            ("after", after)
        );

    public static string Heading(WorkPart part) =>
        part switch
        {
            WorkPart.Overdue => "Overdue",
            WorkPart.Today => "Due today",
            WorkPart.Week => "Due this week",
            WorkPart.Waiting => "Waiting on others",
            _ => "Later",
        };

    public string Left(WorkItem item) => Left(item.DueOn, Today);

    /// <summary>How far off a date is, in the words of a colleague.</summary>
    public static string Left(DateOnly due, DateOnly today) =>
        (due.DayNumber - today.DayNumber) switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "1 day late",
            < 0 and var days => $"{-days} days late",
            var days => $"in {days} days",
        };
}

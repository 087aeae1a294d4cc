using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Questions.Staff;

/// <summary>The questions that this member of staff may answer.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker, Role.TeamManager)]
public sealed class QueueModel(QuestionReads reads, ActorSource actors) : PageModel
{
    public ListPage<QuestionLine> Found { get; private set; } = new([], null);

    public QuestionFilter Filter { get; private set; }

    public bool FurtherOn { get; private set; }

    /// <summary>For those to whom the team's questions are shown, their own are a part of them.</summary>
    public IEnumerable<QuestionFilter> Filters =>
        Enum.GetValues<QuestionFilter>()
            .Where(f => f != QuestionFilter.Mine || actors.Required.Is(Role.TeamManager));

    public async Task OnGetAsync(string? show, string? after, CancellationToken ct)
    {
        Filter = Enum.GetValues<QuestionFilter>()
            .FirstOrDefault(f => f.ToString().Equals(show, StringComparison.OrdinalIgnoreCase));
        FurtherOn = InstantCursor.Read(after) is not null;
        Found = await reads.PageAsync(Filter, actors.Required, after, ct);
    }

    public static string Address(QuestionFilter filter, string? after = null) =>
        CaseLinks.With(
            QuestionLinks.Queue,
            ("show", filter == QuestionFilter.Open ? null : filter.ToString().ToLowerInvariant()),
            ("after", after)
        );

    public static string Title(QuestionFilter filter) =>
        filter switch
        {
            QuestionFilter.Overdue => "Overdue",
            QuestionFilter.Mine => "Mine",
            QuestionFilter.Back => "Asked back",
            QuestionFilter.Answered => "Answered",
            _ => "Open",
        };

    public string Empty =>
        Filter switch
        {
            QuestionFilter.Overdue => "No answer is late.",
            QuestionFilter.Mine => "No question waits for you.",
            QuestionFilter.Back => "Nobody has to answer us.",
            QuestionFilter.Answered => "No question was answered yet.",
            _ => "No question is open.",
        };
}

using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>What fostering is, what happens next and how long it takes: the same numbers that make the real dates.</summary>
public sealed class HomeModel(CouncilDirectory councils, DeadlineNumbers numbers) : PageModel
{
    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public string FirstCall => Time(DeadlineRules.FirstContact);
    public string Visit => Time(DeadlineRules.InitialVisit);
    public string AfterVisit => Time(DeadlineRules.VisitOutcome);
    public string ToAssess => Time(DeadlineRules.DecisionToAssess);
    public string Stage1 => Time(DeadlineRules.Stage1Target);
    public string Stage1Answer => Time(DeadlineRules.Stage1Decision);
    public string Stage2 => Time(DeadlineRules.Stage2Target);
    public string Whole => Time(DeadlineRules.AssessmentTarget);
    public string Limit => Time(DeadlineRules.PanelRecommendation);
    public string Decision => Time(DeadlineRules.DecisionMakerDecision);
    public string Told => Time(DeadlineRules.OralOutcome);
    public string Letter => Time(DeadlineRules.WrittenOutcome);

    public async Task OnGetAsync(CancellationToken ct) => Councils = await councils.AllAsync(ct);

    private string Time(DeadlineLine line)
    {
        var number = numbers.For(line);
        var unit = line.Counting is Counting.MonthsAfter ? "month" : "working day";
        return number == 1 ? $"1 {unit}" : $"{number} {unit}s";
    }
}

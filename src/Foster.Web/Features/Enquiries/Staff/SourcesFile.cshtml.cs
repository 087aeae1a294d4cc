using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The cohorts of the report on sources as a file; amounts in pounds. Taking it stands in the access log (R-DP-12).</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
[FreshFactor]
[Records(AccessKind.Confidential)]
public sealed class SourcesFileModel(SourceReportReads reads, LondonClock clock, Viewing viewing)
    : PageModel
{
    private const decimal PoundPence = 100;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = new SourceQuery(Request.Query, clock.Today);
        if (!asked.Form.Ok)
            return LocalRedirect(asked.Address(SourceLinks.Report));
        var csv = new Csv([
            "Month",
            "Source",
            "Enquiries",
            "Visits",
            "Applications",
            "Approvals",
            "Cost",
            "Cost of an enquiry",
            "Cost of a visit",
            "Cost of an application",
            "Cost of an approval",
            "First contact, median hours of work",
            "First contact, % in time",
            LostTable.Everybody,
            .. LostTable.Reasons,
        ]);
        var report = await reads.OfAsync(asked.Span, ct);
        viewing.Rows = report.Cohorts.Count;
        foreach (var (month, source, f) in report.Cohorts)
            csv.Row([
                month,
                SourceWords.Of(source),
                f.Enquiries,
                f.Visits,
                f.Applications,
                f.Approvals,
                f.CostPence is { } pence ? Pounds(new Money(pence)) : null,
                Pounds(f.Each(f.Enquiries)),
                Pounds(f.Each(f.Visits)),
                Pounds(f.Each(f.Applications)),
                Pounds(f.Each(f.Approvals)),
                f.MedianMinutes is { } minutes ? SourceFields.Hours(minutes) : null,
                f.PercentInTime,
                .. LostTable.Cells(report.Lost, month, source),
            ]);
        return File(
            csv.ToBytes(),
            "text/csv; charset=utf-8",
            $"sources-{asked.Span.From:yyyy-MM}-{asked.Span.To:yyyy-MM}.csv"
        );
    }

    private static decimal? Pounds(Money? money) => money?.Pence / PoundPence;
}

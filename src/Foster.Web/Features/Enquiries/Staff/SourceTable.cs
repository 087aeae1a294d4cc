using Foster.Web.Features.Enquiries.Sources;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>A table of the report on sources: by month, by source, or by both.</summary>
public sealed record SourceTable(
    string Caption,
    IReadOnlyList<SourceRow> Rows,
    bool Months,
    bool Sources
)
{
    public string Columns =>
        (Months ? "Month|" : "")
        + (Sources ? "Source|" : "")
        + ">Enquiries|>Visits|>Applications|>Approvals|>Cost|First contact";
}

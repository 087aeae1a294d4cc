using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Uploads a file of past enquiries, and shows those that came before.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportModel : FormPage
{
    private static readonly FileField Chosen = new(UploadImport.File)
    {
        Label = "CSV file",
        Hint = "900 KB or smaller, up to 5,000 rows. Commas, semicolons or tabs.",
        Accept = ".csv,text/csv",
        Optional = true,
    };

    private static readonly TickField Agreed = new(UploadImport.Agreement)
    {
        Label = "The people in this file agreed that we record their enquiry",
        Called = "Their agreement",
        Hint = "We note that you said so. Leave out everybody who did not agree.",
    };

    private readonly UploadImport upload;
    private readonly ImportReads reads;

    public ImportModel(UploadImport upload, ImportReads reads)
    {
        this.upload = upload;
        this.reads = reads;
        Form = new Form(Chosen, Agreed);
    }

    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public Task OnGetAsync(string? after, CancellationToken ct) => LoadAsync(after, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var file = Request.Form.Files.GetFile(Chosen.Name);
        var content = await ChosenFile.BytesAsync(file, UploadImport.MostBytes, ct);
        await LoadAsync(null, ct);
        return await SendAsync(
            async token =>
            {
                var uploaded = await upload.RunAsync(
                    new(file?.FileName ?? "", content, Form.Get(Agreed) is true),
                    Actor,
                    token
                );
                return uploaded.Ok
                    ? new Sent(ImportLinks.Columns(uploaded.Value), "The file is uploaded.")
                    : Result<Sent>.Refused(uploaded.Refusals);
            },
            ct
        );
    }

    private async Task LoadAsync(string? after, CancellationToken ct)
    {
        var (lines, next) = await reads.ListAsync(after, ct);
        Lines = lines;
        NextHref = next is null ? null : CaseLinks.With(ImportLinks.Home, ("after", next));
        FirstHref = after is null ? null : ImportLinks.Home;
    }
}

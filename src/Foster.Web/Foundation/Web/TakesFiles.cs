using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Web;

/// <summary>A page to which files are sent: its body may be as large as one of them and a form.</summary>
public sealed class TakesFiles(long most) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => most;
}

/// <summary>Gives pages for files their own limit; everywhere else a body stays small.</summary>
public sealed class FilesConvention(long most) : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (typeof(FileFormPage).IsAssignableFrom(model.HandlerType))
            model.EndpointMetadata.Add(new TakesFiles(most));
    }
}

/// <summary>
/// A form with a file. The file is stored with the form, in quarantine, and looked at right after; what is wrong with it
/// stands beside the field, also where that was found too late for this answer.
/// </summary>
public abstract class FileFormPage : FormPage
{
    /// <summary>In the address of the page that says what was wrong.</summary>
    public const string Problem = "problem";

    public const string FileName = "file";

    private UploadOptions Options =>
        HttpContext.RequestServices.GetRequiredService<IOptions<UploadOptions>>().Value;

    /// <summary>The field; its words depend on the settings.</summary>
    protected FileField NewFile(string label) =>
        new(FileName)
        {
            Label = label,
            Hint = FileWords.Hint(Options),
            Accept = FileKind.Accept,
            Optional = true,
        };

    /// <summary>Says beside the field what the address tells of a file that was refused.</summary>
    protected void SayProblem(Field file)
    {
        if (FileWords.OfQuery(Request.Query[Problem], Options) is { } words)
            Form.AddError(file, words);
    }

    /// <summary>Stores what was chosen by the act, has it looked at, and goes on or back.</summary>
    protected async Task<IActionResult> SendFileAsync(
        Func<ChosenFile?, CancellationToken, Task<Result<StoredFile>>> add,
        string path,
        CancellationToken ct
    )
    {
        var chosen = await ChosenFile.OfAsync(Request.Form.Files.GetFile(FileName), Options, ct);
        StoredFile? added = null;
        var answer = await SendAsync(
            async token =>
            {
                var result = await add(chosen, token);
                if (!result.Ok)
                    return Result<Sent>.Refused(result.Refusals);
                added = result.Value;
                return new Sent(path, "The file is uploaded.");
            },
            ct
        );
        if (added is null || answer is not LocalRedirectResult)
            return answer;
        var check = HttpContext.RequestServices.GetRequiredService<FileCheck>();
        switch (await check.LookAsync(added.Id, ct))
        {
            case FileState.Refused:
                TempData.Remove(FlashKey);
                return LocalRedirect($"{path}?{Problem}={FileWords.VirusKey}");
            case FileState.Quarantined:
                Say(
                    TempData,
                    "The file is uploaded. We are still checking it for viruses, and nobody can open it before that is done."
                );
                break;
        }
        return answer;
    }
}

using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>Sends the words in use, with examples, to one's own address.</summary>
public sealed class TemplateTestModel(
    TemplateReads templates,
    TemplateBook book,
    SendTestMessage send
) : TemplateFormPage(templates, book)
{
    protected override string Done => "The test is on its way to your own address.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        send.RunAsync(new(Line.Template.Key), Actor, ct);

    /// <summary>Letters are read in their preview; none is mailed.</summary>
    protected override async Task<bool> LoadAsync(string key, CancellationToken ct) =>
        await base.LoadAsync(key, ct) && !Line.IsLetter;
}

using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>Goes back to the words that Foster comes with.</summary>
public sealed class TemplateBackModel : TemplateFormPage
{
    private readonly UseFostersWords use;

    public TemplateBackModel(TemplateReads templates, TemplateBook book, UseFostersWords use)
        : base(templates, book)
    {
        this.use = use;
        Form = new Form(Why);
    }

    protected override string Done => "Foster’s own words are used from now on.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        use.RunAsync(new(Line.Template.Key, Form.Get(Why)), Actor, ct);
}

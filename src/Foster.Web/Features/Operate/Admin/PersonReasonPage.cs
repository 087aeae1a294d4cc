using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>A page on which an administrator does one thing about a member of staff and says why.</summary>
public abstract class PersonReasonPage : PersonFormPage
{
    protected PersonReasonPage(PeopleReads people)
        : base(people) => Form = new Form(PersonFields.Reason);

    protected abstract Task<Result> ActAsync(Guid accountId, string reason, CancellationToken ct);

    protected sealed override Task<Result> ActAsync(CancellationToken ct) =>
        ActAsync(Person.Line.Id, Form.Must(PersonFields.Reason), ct);
}

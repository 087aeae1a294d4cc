using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Who works here: their roles, whether they can sign in, and when they were last here.</summary>
public sealed class PeopleModel(PeopleReads people, ActorSource actors, LondonClock clock)
    : PageModel,
        IHasForm
{
    public const string Path = "/admin/people";

    private static readonly TextField Search = new("name")
    {
        Label = "Name",
        Optional = true,
        Spellcheck = false,
        Max = 100,
        Width = "govuk-input--width-20",
    };

    private static readonly ChoiceField<Role> InRole = new(
        "role",
        [.. Roles.Staff.Select(r => new Option<Role>(r, r.Title()))]
    )
    {
        Label = "Role",
        Optional = true,
        AsSelect = true,
    };

    private static readonly ChoiceField<StaffState> InState = new(
        "state",
        [.. Enum.GetValues<StaffState>().Select(s => new Option<StaffState>(s, s.ToString()))]
    )
    {
        Label = "Account",
        Optional = true,
        AsSelect = true,
    };

    public Form Form { get; } = new(Search, InRole, InState) { Narrows = true };

    public ListPage<StaffLine> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    public bool Narrowed => Asked != new StaffFilter();

    private StaffFilter Asked =>
        new(Form.Get(Search), Form.Get(InRole, null), Form.Get(InState, null));

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        foreach (var field in Form.Fields)
            Form.Answers.Set(field.Name, Request.Query[field.Name].FirstOrDefault() ?? "");
        Form.Check(clock.Today);
        FurtherOn = Guid.TryParse(after, out _);
        if (Form.Ok)
            Found = await people.PageAsync(Asked, actors.Required, after, ct);
    }

    public string Address(string? after = null)
    {
        var query = new QueryBuilder();
        foreach (var field in Form.Fields)
            if (Form.Answers[field.Name] is { Length: > 0 } value)
                query.Add(field.Name, value);
        if (after is not null)
            query.Add("after", after);
        return Path + query;
    }

    public static string Colour(StaffState state) =>
        state switch
        {
            StaffState.Active => "green",
            StaffState.Invited => "yellow",
            _ => "grey",
        };
}

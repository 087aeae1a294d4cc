using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The very tables by which acts are allowed and refused; one at a time, for all of them are long.</summary>
public sealed class StateTablesModel(StateTables tables) : PageModel
{
    public IReadOnlyList<IStateTable> Tables => tables.All;

    /// <summary>The key of the table to be shown; none, or one that is not known, shows the list alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public IStateTable? Shown => Tables.FirstOrDefault(t => Key(t) == Of);

    public static string Key(IStateTable table) =>
        string.Concat(
            table.Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')
        );
}

using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The very tables by which acts are allowed and refused.</summary>
public sealed class StateTablesModel(StateTables tables) : PageModel
{
    public IReadOnlyList<IStateTable> Tables => tables.All;

    public static string Anchor(IStateTable table) =>
        string.Concat(
            table.Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')
        );
}

namespace Foster.Web.Foundation.Security;

/// <summary>The place in the database for which a value is sealed. It opens in no other.</summary>
public readonly record struct VaultCell(string Table, string Column, string Row)
{
    public VaultCell(string table, string column, Guid row)
        : this(table, column, row.ToString("N")) { }

    public override string ToString() => $"{Table}.{Column} of {Row}";
}

/// <summary>A sealed value does not open: it was changed, belongs to another place, or its key is not there.</summary>
public sealed class VaultException(string message) : Exception(message);

using System.Xml.Linq;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Security;

/// <summary>A key of the framework's data protection, shared by all nodes.</summary>
public sealed class DataProtectionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Xml { get; init; }
}

public sealed class DataProtectionKeyMap : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> b)
    {
        b.ToTable("DataProtectionKeys");
        b.Long(10_000, k => k.Xml).Mark(Privacy.Confidential, k => k.Xml);
    }
}

/// <summary>Keeps the keys in the database.</summary>
public sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var services = scopes.CreateScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        return
        [
            .. db.Set<DataProtectionKey>()
                .AsNoTracking()
                .Select(k => k.Xml)
                .ToList()
                .Select(x => XElement.Parse(x)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var services = scopes.CreateScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var key = new DataProtectionKey { Xml = element.ToString(SaveOptions.DisableFormatting) };
        // The interface is synchronous, and this happens once in ninety days.
        db.Database.ExecuteSql(
            $"""INSERT INTO "DataProtectionKeys" ("Id", "Xml") VALUES ({key.Id}, {key.Xml})"""
        );
    }
}

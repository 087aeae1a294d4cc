using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1852, CA1812, CA1801, CA1849, CS9113 // Looked at, never used.

[assembly: RazorCompiledItem(
    typeof(AspNetCoreGeneratedDocument.PlantedView),
    "mvc.1.0.razor-page",
    "/Features/Cases/Staff/PlantedView.cshtml"
)]
[assembly: RazorCompiledItem(
    typeof(AspNetCoreGeneratedDocument.PlantedPart),
    "mvc.1.0.view",
    "/Foundation/Web/_PlantedPart.cshtml"
)]

// Rules 4, 6 and 9.
namespace Foster.Web.Features.Cases.Staff
{
    internal class PlantedSavingPage(FosterDb db) : PageModel
    {
        public async Task OnPostAsync() => await db.SaveChangesAsync();
    }

    /// <summary>A page by way of another class, which writes in a lambda of an async method.</summary>
    internal class PlantedAddingPage(FosterDb db) : PlantedPage
    {
        public async Task OnPostAsync()
        {
            await Task.Yield();
            Array.ForEach([1], _ => db.Set<PlantedRow>().Add(new PlantedRow()));
        }
    }

    internal class PlantedBulkPage(FosterDb db) : PlantedPage
    {
        public Task<int> OnPostAsync() => db.Set<PlantedRow>().ExecuteDeleteAsync();
    }

    internal class PlantedSqlPage(FosterDb db) : PlantedPage
    {
        public Task<int> OnPostAsync() => db.Database.ExecuteSqlRawAsync("DELETE");
    }

    /// <summary>Reads and adds to a list of its own: allowed.</summary>
    internal class PlantedReadingPage(FosterDb db) : PlantedPage
    {
        public List<PlantedRow> Rows { get; } = [];

        public async Task OnGetAsync() =>
            Rows.Add(await db.Set<PlantedRow>().AsNoTracking().FirstAsync());
    }

    internal abstract class PlantedPage : PageModel;

    internal class PlantedRow;
}

namespace AspNetCoreGeneratedDocument
{
    /// <summary>A view whose home only its attribute says.</summary>
    internal class PlantedView : PlantedRazor
    {
        public override Task ExecuteAsync() => ((DbContext)Model!).SaveChangesAsync();
    }

    /// <summary>A view of Foundation that names a feature.</summary>
    internal class PlantedPart : PlantedRazor
    {
        public override async Task ExecuteAsync()
        {
            await Task.Yield();
            Foster.Web.Features.Cases.PlantedCase.Count();
        }
    }

    internal abstract class PlantedRazor : Microsoft.AspNetCore.Mvc.Razor.RazorPageBase
    {
        public object? Model { get; set; }

        public override void BeginContext(int position, int length, bool isLiteral) { }

        public override void EndContext() { }

        public override void EnsureRenderedBodyOrSections() { }
    }
}

namespace Foster.Web.Foundation.Planted
{
    internal class PlantedClockReader
    {
        public static async Task<int> YearAsync()
        {
            await Task.Yield();
            return DateTime.UtcNow.Year;
        }
    }

    internal class PlantedSystemTime
    {
        public static TimeProvider Time() => TimeProvider.System;
    }

    internal class PlantedRaw
    {
        public static object Write(IHtmlHelper html, string words) => html.Raw(words);
    }

    internal class PlantedRawOfModel
    {
        public static object Write(IHtmlHelper<string> html, string words) => html.Raw(words);
    }

    internal class PlantedWait
    {
        public static void Run(Task task) => task.Wait();
    }

    internal class PlantedResult
    {
        public static int Run(Task<int> task) => task.Result;
    }

    internal class PlantedGetResult
    {
        public static Func<int> Run(Task<int> task) => () => task.GetAwaiter().GetResult();
    }

    /// <summary>Awaits: allowed.</summary>
    internal class PlantedAwait
    {
        public static async Task<int> RunAsync(Task<int> task) => await task.ConfigureAwait(false);
    }
}

namespace Foster.Web.Foundation.Clock
{
    /// <summary>The one room that may.</summary>
    internal class PlantedLondon
    {
        public static DateTime Now() => DateTime.UtcNow;
    }
}

namespace Foster.Web.Features.Cases
{
    internal class PlantedUnsignedOperation(CaseHistory history)
    {
        public Task RunAsync(int input, CancellationToken ct) =>
            Task.FromResult((input, ct, history));
    }

    internal class PlantedEndlessOperation(CaseHistory history)
    {
        public Task RunAsync(int input, Actor actor) => Task.FromResult((input, actor, history));
    }

    internal class PlantedSilentOperation(FosterDb db)
    {
        public Task RunAsync(int input, Actor actor, CancellationToken ct) =>
            Task.FromResult((input, actor, ct, db));
    }

    /// <summary>Does not save, but is called by a page, which records nothing.</summary>
    internal class PlantedSilentPage(PlantedSilentOperation operation) : PageModel
    {
        public Task OnPostAsync(Actor actor, CancellationToken ct) =>
            operation.RunAsync(1, actor, ct);
    }

    /// <summary>A host's contract asks for its RunAsync: no operation.</summary>
    internal interface IPlantedVerb
    {
        Task RunAsync(string word);
    }

    internal class PlantedVerb : IPlantedVerb
    {
        public Task RunAsync(string word) => Task.FromResult(word);
    }

    /// <summary>A part, called by an operation that records: allowed.</summary>
    internal class PlantedPartOperation
    {
        public Task RunAsync(int input, Actor actor, CancellationToken ct) =>
            Task.FromResult((input, actor, ct));
    }

    /// <summary>A part that saves by itself is more than a part.</summary>
    internal class PlantedSavingPartOperation(FosterDb db)
    {
        public Task RunAsync(int input, Actor actor, CancellationToken ct) =>
            db.SaveChangesAsync(ct);
    }

    internal class PlantedWholeOperation(
        CaseHistory history,
        PlantedPartOperation part,
        PlantedSavingPartOperation saving
    )
    {
        public async Task RunAsync(int input, Actor actor, CancellationToken ct)
        {
            await part.RunAsync(input, actor, ct);
            await saving.RunAsync(input, actor, ct);
            await history.WriteAsync(actor, Guid.Empty, new HistoryNote("planted", ""), ct);
        }
    }
}

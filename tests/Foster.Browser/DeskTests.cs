using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>The recruitment desk merges two enquiries of one person, and takes past ones over from a file (R-ENQ-14, R-ENQ-03).</summary>
public sealed class DeskTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Theory]
    [InlineData("recruitment@foster.example", true, 320)]
    [InlineData("manager@foster.example", false, 1280)]
    public async Task Two_enquiries_of_one_person_are_merged_and_taken_apart(
        string name,
        bool javaScript,
        int width
    )
    {
        var officer = await PersonAsync(javaScript, width);
        await officer.SignInAsync(name);
        await officer.OpenAsync("/staff/enquiries?q=elder");
        if (javaScript)
            await LooksRightAsync(officer.Page, "queue");
        await officer.LeadsOnAsync(officer.Page.Locator("a[href*='/alike/']").First);
        await officer.Page.WaitForURLAsync("**/alike/**");
        if (javaScript)
            await LooksRightAsync(officer.Page, "alike");
        await officer.Page.GetByLabel("Yes, merge").CheckAsync();
        await officer.FillAsync(
            "If they are the same: how do you know?",
            "She told me when I called her."
        );
        await officer.PressAsync("Save the decision");
        await officer.Page.GetByText("is merged into").First.WaitForAsync();
        if (javaScript)
            await LooksRightAsync(officer.Page, "kept");
        await officer.LeadsOnAsync(officer.Page.Locator("a[href*='/carried/']").First);
        await officer.Page.WaitForURLAsync("**/carried/**");
        if (javaScript)
            await LooksRightAsync(officer.Page, "carried");

        await officer.OpenAsync("/staff/enquiries?q=elder&state=Duplicate");
        await officer.LeadsOnAsync(
            officer.Page.Locator("tbody a[href^='/staff/enquiries/']").First
        );
        await officer.FollowAsync("Undo the merge");
        await officer.Page.WaitForURLAsync("**/undo-merge");
        if (javaScript)
            await LooksRightAsync(officer.Page, "undo");
        await officer.FillAsync("Why is it undone?", "They are two sisters after all.");
        await officer.PressAsync("Undo the merge");
        await officer.Page.GetByText("The merge is undone.").WaitForAsync();
    }

    [Theory]
    [InlineData(true, 320)]
    [InlineData(false, 1280)]
    public async Task A_file_with_three_bad_rows_is_taken_over_but_for_those(
        bool javaScript,
        int width
    )
    {
        var officer = await PersonAsync(javaScript, width);
        await officer.SignInAsync("recruitment@foster.example");
        await officer.OpenAsync("/staff/enquiries");
        await officer.FollowAsync("Take over past enquiries from a file");
        await officer.Page.WaitForURLAsync("**/import");
        if (javaScript)
            await LooksRightAsync(officer.Page, "import");
        await officer
            .Page.GetByLabel("CSV file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "past.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        $"""
                        First name;Surname;Date received;Ref;Status
                        Ann;Demo-File;01/02/2025;{javaScript}-1;withdrawn
                        Bo;Demo-File;02/02/2025;{javaScript}-2;no contact
                        ;Demo-File;03/02/2025;{javaScript}-3;
                        Cy;Demo-File;soon;{javaScript}-4;
                        Di;Demo-File;04/02/2025;{javaScript}-5;approved
                        """
                    ),
                }
            );
        await officer
            .Page.GetByLabel("The people in this file agreed that we record their enquiry")
            .CheckAsync();
        await officer.PressAsync("Upload the file");
        await officer.Page.WaitForURLAsync("**/columns");
        if (javaScript)
            await LooksRightAsync(officer.Page, "columns");
        await officer.PressAsync("Check the rows");
        await officer.Page.GetByText("Can be taken over").First.WaitForAsync();
        if (javaScript)
            await LooksRightAsync(officer.Page, "checked");
        await officer.PressAsync("Take over the rows");
        await officer.Page.GetByText("The import is started.").WaitForAsync();
        if (javaScript)
            await LooksRightAsync(officer.Page, "running");

        await RunAsync();
        await officer.FollowAsync("See how far it is now");
        await officer.Page.GetByText("The import is finished.").WaitForAsync();
        Assert.Equal(
            3,
            await officer.Page.Locator("main table tbody tr, main .app-cards li").CountAsync()
        );
        if (javaScript)
            await LooksRightAsync(officer.Page, "finished");
    }

    /// <summary>The job, which this host does not start by itself.</summary>
    private async Task RunAsync()
    {
        var scopes = Host.Services.GetRequiredService<IServiceScopeFactory>();
        var claim = new JobClaim(
            Guid.NewGuid(),
            ImportJob.JobKey,
            Host.Clock.GetUtcNow().UtcDateTime,
            JobOrigin.ByHand,
            1
        );
        await new ImportJob().RunAsync(new JobRun(claim, scopes, NullLogger.Instance), default);
    }
}

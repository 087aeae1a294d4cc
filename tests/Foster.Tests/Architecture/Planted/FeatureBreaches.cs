using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Hub;
using Foster.Web.Features.Hub.Staff;
using Foster.Web.Features.Payments;
using Foster.Web.Foundation.Catalogues;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

#pragma warning disable CA1852, CA1812, CA1823, CS0169 // Looked at, never used.

// Rules 2, 3 and 5.
namespace Foster.Web.Features.Cases
{
    /// <summary>The spine names nobody.</summary>
    internal class PlantedBackArrow
    {
        private PlantedHub? hub;
    }
}

namespace Foster.Web.Features.Hub
{
    /// <summary>Along an arrow, and along one that follows from others: allowed.</summary>
    internal class PlantedAlongArrow
    {
        private PlantedEnquiry? enquiry;
        private PlantedCase? found;
    }

    internal class PlantedSideways
    {
        private PlantedPayment? payment;
    }
}

namespace Foster.Web.Features.AllowanceReview
{
    /// <summary>Payments, and what stands behind Payments: allowed.</summary>
    internal class PlantedFarArrow
    {
        private PlantedPayment? payment;
        private PlantedEnquiry? enquiry;
    }
}

namespace Foster.Web.Features.Reports
{
    /// <summary>A host knows catalogues and not features.</summary>
    internal class PlantedHost
    {
        private PlantedPayment? payment;
    }
}

namespace Foster.Web.Features.Unheard
{
    internal class PlantedFeature;
}

namespace Foster.Web.Features.Payments
{
    /// <summary>Not the front door, and against the arrows.</summary>
    internal class PlantedBackDoor
    {
        private PlantedRoom? room;
    }

    internal class PlantedRecord
    {
        public HttpContext? Request { get; set; }
    }

    internal class PlantedRecordMap : IEntityTypeConfiguration<PlantedRecord>
    {
        public void Configure(EntityTypeBuilder<PlantedRecord> builder) =>
            builder.ToTable("Planted");
    }

    internal record PlantedHappened(DbContext Db) : IEvent;

    internal class PlantedPlainRecord
    {
        public DateOnly PaidOn { get; set; }
    }

    internal class PlantedPlainMap : IEntityTypeConfiguration<PlantedPlainRecord>
    {
        public void Configure(EntityTypeBuilder<PlantedPlainRecord> builder) =>
            builder.ToTable("Plain");
    }

    internal class PlantedPost
    {
        public static async Task SendAsync(string host)
        {
            using var client = new System.Net.Mail.SmtpClient(host);
            await client.SendMailAsync("a@example.com", "b@example.com", "c", "d");
        }
    }

    /// <summary>Reads an address and sends nothing: allowed.</summary>
    internal class PlantedAddressReader
    {
        public static bool Reads(string text) => System.Net.Mail.MailAddress.TryCreate(text, out _);
    }
}

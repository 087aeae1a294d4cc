#pragma warning disable CA1852, CA1812 // Planted types are looked at, never used.

// What the planted breaches name. The namespaces are the product's; the types are not.
namespace Foster.Web.Features.Cases
{
    internal class PlantedCase
    {
        public const int Number = 1;

        public static int Count() => Number;

        public static T Make<T>()
            where T : new() => new();

        public class Inner;
    }

    internal sealed class PlantedTrouble : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class PlantedMark(Type? type = null) : Attribute
    {
        public Type? Type { get; } = type;
    }

    internal interface IPlantedContract;
}

namespace Foster.Web.Features.Hub
{
    internal sealed class PlantedHub;
}

namespace Foster.Web.Features.Hub.Staff
{
    internal sealed class PlantedRoom;
}

namespace Foster.Web.Features.Enquiries
{
    internal sealed class PlantedEnquiry;
}

namespace Foster.Web.Features.Payments
{
    internal sealed class PlantedPayment;
}

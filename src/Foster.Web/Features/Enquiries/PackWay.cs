namespace Foster.Web.Features.Enquiries;

/// <summary>How a pack went to somebody.</summary>
public enum PackWay
{
    Email,
    Post,
    InPerson,
}

using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Documents.Applicant;

[Records(AccessKind.Health, AccessKind.Confidential)]
public sealed class FileRemoveModel(FileShelf shelf, RemoveFile remove)
    : RemoveFilePage(shelf, remove)
{
    public override string Back => DocumentLinks.OwnOne(StoredFile.SubjectId);
}
